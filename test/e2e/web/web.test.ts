import { afterAll, beforeAll, describe } from "vitest";
import { accessJourneys } from "./journeys/access.ts";
import { boardJourneys } from "./journeys/board.ts";
import { channelJourneys } from "./journeys/channel.ts";
import { channelPartsJourneys } from "./journeys/channel-parts.ts";
import { channelsJourneys } from "./journeys/channels.ts";
import { exploreJourneys } from "./journeys/explore.ts";
import { firstHourJourneys } from "./journeys/first-hour.ts";
import { funnelJourneys } from "./journeys/funnel.ts";
import { galleryJourneys } from "./journeys/gallery.ts";
import { keyboardJourneys } from "./journeys/keyboard.ts";
import { kpiJourneys } from "./journeys/kpi.ts";
import { kpisJourneys } from "./journeys/kpis.ts";
import { languageJourneys } from "./journeys/language.ts";
import { mappingJourneys } from "./journeys/mapping.ts";
import { paletteJourneys } from "./journeys/palette.ts";
import { pictureJourneys } from "./journeys/pictures.ts";
import { serverJourneys } from "./journeys/server.ts";
import { settingsJourneys } from "./journeys/settings.ts";
import { sourcesJourneys } from "./journeys/sources.ts";
import { startWorld, type World } from "./world.ts";

// One workspace, one server and one browser serve all journeys.
let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 180_000);
afterAll(() => world?.close());

const get = () => world;
// Before anything is changed by the others.
describe("pictures", () => pictureJourneys(get));
describe("boards", () => boardJourneys(get));
describe("a KPI", () => kpiJourneys(get));
describe("the catalogue", () => kpisJourneys(get));
describe("channels", () => channelsJourneys(get));
describe("a channel", () => channelJourneys(get));
describe("parts of channels", () => channelPartsJourneys(get));
describe("the funnel", () => funnelJourneys(get));
describe("explore", () => exploreJourneys(get));
describe("languages", () => languageJourneys(get));
describe("keyboard", () => keyboardJourneys(get));
describe("the palette", () => paletteJourneys(get));
describe("the gallery", () => galleryJourneys(get));
describe("access", () => accessJourneys(get));
describe("the first hour", () => firstHourJourneys(get));
describe("the server", () => serverJourneys(get));
describe("sources", () => sourcesJourneys(get));
describe("mapping", () => mappingJourneys(get));
describe("settings", () => settingsJourneys(get));
