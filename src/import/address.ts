// Where an address lies: 无锡市锡山区安镇街道…路8号 is in 锡山区. No property of an enterprise, but what tells two of one
// name apart.
import { foldText, lettersOnly } from "../text/normalise.ts";
import { isBareDistrict, type Place, placeAt, placesAgree } from "../text/places.ts";

/** Headings of columns that have an address. */
export const addressHeading = /地址|住所|(?:注册|经营|办公|生产)所?在?地$|^address$|\baddress\b/iu;

/** The nearest city or district that an address begins with, as it is written there; undefined where it has none. */
export function districtOf(address: string): string | undefined {
  let rest = lettersOnly(foldText(address));
  let [before, written]: [Place | undefined, string | undefined] = [undefined, undefined];
  for (let found = placeAt(rest); found !== undefined; found = placeAt(rest)) {
    // A road is called after many a place: 上海路8号.
    const behind = rest.slice(found.length);
    if (!found.full && /^[路街道巷弄里村镇大东西南北中]/u.test(behind)) break;
    if (before === undefined ? isBareDistrict(found) : !placesAgree(before, found.place)) break;
    if (found.place.level > 0) {
      before = found.place;
      if (before.level > 1 || before.within.length === 0) written = rest.slice(0, found.length);
    }
    rest = behind;
  }
  return written;
}
