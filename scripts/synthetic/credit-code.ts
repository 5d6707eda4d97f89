// Unified social credit codes that are valid in form (GB 32100, GB 11714) and belong to nobody.

const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

function organisationCode(index: number): string {
  // Multiplying by a number without a common factor spreads indexes over all codes without meeting one twice.
  let rest = (index * 48_271) % alphabet.length ** 6;
  let digits = "";
  for (let place = 0; place < 6; place++) {
    digits = (alphabet[rest % alphabet.length] ?? "0") + digits;
    rest = Math.floor(rest / alphabet.length);
  }
  const body = `MA${digits}`;
  const sum = organisationWeights.reduce(
    (total, weight, place) => total + weight * Number.parseInt(body[place] ?? "0", 36),
    0,
  );
  const check = 11 - (sum % 11);
  return body + (check === 10 ? "X" : check === 11 ? "0" : String(check));
}

/**
 * The code of the enterprise of an index in the region of an administrative code of six digits.
 * Valid to the check character; codes of regions that begin with 91 to 99 are given to nobody.
 */
export function creditCode(index: number, adminCode: string): string {
  const body = `91${adminCode}${organisationCode(index)}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += weight * alphabet.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return body + (alphabet[(31 - (sum % 31)) % 31] ?? "0");
}
