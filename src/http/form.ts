// The fields of a form that was sent. What cannot be read is the sender's mistake, and told as such.
import type { Context } from "hono";
import { IndustryGraphError } from "../errors.ts";

/** The fields of a form by name. @throws IndustryGraphError BAD_REQUEST where the body is none */
export async function formOf({ req }: Context): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await req.parseBody();
  } catch (error) {
    // A body that is too large has been refused already.
    if (error instanceof IndustryGraphError) throw error;
    throw new IndustryGraphError(
      "BAD_REQUEST",
      "The form cannot be read: send its fields as application/x-www-form-urlencoded, or as multipart/form-data with its boundary.",
    );
  }
}
