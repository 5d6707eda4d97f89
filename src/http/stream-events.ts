// What an answer that goes on tells those before it, and is told by them: events of the response, so that gate, hold and
// route need not know each other.

/** Told by a route: what is answered from here on is no answer that anything must wait for. */
export const goesOn = "industry-graph-goes-on";

/** Told by the gate: the server is stopping. */
export const stopping = "industry-graph-stopping";
