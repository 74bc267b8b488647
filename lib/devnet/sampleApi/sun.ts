const DAY_MS = 86_400_000;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
/** The sun's upper edge on the horizon, bent by the air. */
const HORIZON = -0.833;

export type SunTimes = {
  sunrise: string | null;
  sunset: string | null;
  noon: string;
  day_length_minutes: number;
  polar: "day" | "night" | null;
};

/**
 * Sunrise and sunset of a day (its start in UTC) at a place, by the sunrise equation: right to about a minute between the
 * polar circles, and to several near them. Degrees, north and east positive.
 */
export function sunTimes(day: Date, latitude: number, longitude: number): SunTimes {
  const days = Math.round((day.getTime() + DAY_MS / 2 - J2000_MS) / DAY_MS) - longitude / 360;
  const anomaly = degrees(357.5291 + 0.98560028 * days);
  const center = 1.9148 * sin(anomaly) + 0.02 * sin(2 * anomaly) + 0.0003 * sin(3 * anomaly);
  const ecliptic = degrees(anomaly + center + 180 + 102.9372);
  const transit = days + 0.0053 * sin(anomaly) - 0.0069 * sin(2 * ecliptic);
  const declination = (Math.asin(sin(ecliptic) * sin(23.4397)) * 180) / Math.PI;
  const cosine = (sin(HORIZON) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination));
  const noon = at(transit);
  if (cosine > 1) return { sunrise: null, sunset: null, noon, day_length_minutes: 0, polar: "night" };
  if (cosine < -1) return { sunrise: null, sunset: null, noon, day_length_minutes: 1_440, polar: "day" };
  const half = (Math.acos(cosine) * 180) / Math.PI / 360;
  return { sunrise: at(transit - half), sunset: at(transit + half), noon, day_length_minutes: Math.round(half * 2 * 1_440), polar: null };
}

function at(days: number): string {
  return new Date(Math.round((J2000_MS + days * DAY_MS) / 1_000) * 1_000).toISOString().replace(".000Z", "Z");
}

const sin = (angle: number) => Math.sin((angle * Math.PI) / 180);
const cos = (angle: number) => Math.cos((angle * Math.PI) / 180);
const degrees = (angle: number) => ((angle % 360) + 360) % 360;
