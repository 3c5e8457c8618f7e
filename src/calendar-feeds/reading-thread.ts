import { parentPort, workerData } from "node:worker_threads";

import { readMeetings, type Reading } from "./read-meetings.ts";

parentPort?.postMessage(readMeetings(workerData as Reading));
