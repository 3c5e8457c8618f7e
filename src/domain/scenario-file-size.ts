/** No file of scenarios is larger, wherever it comes from. */
export const SCENARIO_FILE_BYTES_MAX = 262_144;
