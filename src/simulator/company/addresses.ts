import type { CustomerPlan } from "./customer.ts";

/** Where a firm is, as a letter needs it. */
export interface PostalAddress {
  readonly address: string;
  readonly city: string;
  /** Nine digits that no register gives: none begins with 000. */
  readonly siren: string;
}

/** The selling company of the demo. */
export const COMPANY_ADDRESS = {
  legalName: "Atelier Vasseur SAS",
  address: "8 rue des Établis",
  postalCode: "44000",
  city: "Nantes",
  siren: "000440001",
  mentions: "SAS au capital de 120 000 €, société inventée pour la démonstration",
} as const;

const STREETS = [
  "rue des Tisserands",
  "quai des Marinières",
  "rue du Puits-Neuf",
  "avenue des Compagnons",
  "allée des Charpentiers",
  "place du Vieux-Marché",
  "route de la Tuilerie",
];
const NUMBER_STEP = 7;
const NUMBERS = 90;

/** Invented, and the same at every start: the street follows from the customer's code. */
export function addressOf({ code, postalCode, more }: CustomerPlan): PostalAddress {
  const nth = Number(code.replace(/\D/g, ""));
  const number = 1 + ((nth * NUMBER_STEP) % NUMBERS);
  const abroad = (more.country ?? "FR") !== "FR";
  return {
    address: `${number} ${STREETS[nth % STREETS.length]}`,
    city: CITIES[postalCode] ?? "",
    siren: abroad ? "" : `0000${String(nth).padStart(5, "0")}`,
  };
}

const CITIES: Readonly<Record<string, string>> = {
  "10000": "Troyes",
  "17000": "La Rochelle",
  "21000": "Dijon",
  "21200": "Beaune",
  "21700": "Nuits-Saint-Georges",
  "22000": "Saint-Brieuc",
  "25000": "Besançon",
  "25800": "Valdahon",
  "29000": "Quimper",
  "29200": "Brest",
  "29600": "Morlaix",
  "35000": "Rennes",
  "35400": "Saint-Malo",
  "35700": "Rennes",
  "39000": "Lons-le-Saunier",
  "39400": "Morez",
  "44000": "Nantes",
  "44200": "Nantes",
  "44300": "Nantes",
  "44350": "Guérande",
  "44420": "La Turballe",
  "44500": "La Baule",
  "44600": "Saint-Nazaire",
  "44800": "Saint-Herblain",
  "49000": "Angers",
  "49100": "Angers",
  "49400": "Saumur",
  "51000": "Châlons-en-Champagne",
  "51100": "Reims",
  "51200": "Épernay",
  "52100": "Saint-Dizier",
  "53000": "Laval",
  "54000": "Nancy",
  "54100": "Nancy",
  "56000": "Vannes",
  "56300": "Pontivy",
  "57000": "Metz",
  "57070": "Metz",
  "57100": "Thionville",
  "67000": "Strasbourg",
  "67100": "Strasbourg",
  "67200": "Strasbourg",
  "67500": "Haguenau",
  "67600": "Sélestat",
  "68000": "Colmar",
  "68200": "Mulhouse",
  "68300": "Saint-Louis",
  "70100": "Gray",
  "71100": "Chalon-sur-Saône",
  "72000": "Le Mans",
  "79000": "Niort",
  "85000": "La Roche-sur-Yon",
  "85100": "Les Sables-d'Olonne",
  "88000": "Épinal",
  "88100": "Saint-Dié-des-Vosges",
  "88400": "Gérardmer",
};
