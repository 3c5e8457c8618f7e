import type { Day } from "#domain/calendar.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** "de Garnier", "d'Atelier Nord": French drops the e before a vowel that is heard. */
export function of(name: string): string {
  return /^[aeiouœàâäéèêëîïôöûü]/i.test(name) ? `d'${name}` : `de ${name}`;
}

/** "d'ici jeudi", but "aujourd'hui": nobody says "d'ici aujourd'hui". */
export function by(day: Day, today: Day): string {
  const near = say.near(day, today);
  return near === "aujourd'hui" ? near : `d'ici ${near}`;
}
