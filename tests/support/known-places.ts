// A folder of known places: a town of a district of a city, and a park.
import { writeFolder } from "./folder.ts";

export const knownPlaces = (): string =>
  writeFolder({
    files: {
      "entities/Document.csv": "id,name,stem,lines\ndocument:d,d,d,9\n",
      "entities/Region.csv":
        "id,name,aliases,sources\nregion:wuxi,无锡市,,d:1\nregion:xishan,锡山区,锡山,d:1\nregion:donggang,东港镇,,d:1\n",
      "entities/Park.csv": "id,name,sources\npark:xishan-zone,锡山经济技术开发区,d:1\n",
      "relations/PART_OF.csv":
        "from,to,sources\nregion:xishan,region:wuxi,d:1\nregion:donggang,region:xishan,d:1\n",
    },
  });
