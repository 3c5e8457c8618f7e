/** @import { Json } from "./wire.d.ts" */

/**
 * @param {unknown} value
 * @returns {value is Json}
 */
export function isJson(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {readonly Json[]}
 */
export function listOf(value) {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/**
 * A text of Block Kit, `{ type, text }`, or nothing.
 * @param {unknown} value
 * @returns {string}
 */
export function textIn(value) {
  return isJson(value) && typeof value["text"] === "string" ? value["text"] : "";
}

/**
 * @param {Json} json
 * @param {string} field
 * @returns {string}
 */
export function stringIn(json, field) {
  const value = json[field];
  return typeof value === "string" ? value : "";
}
