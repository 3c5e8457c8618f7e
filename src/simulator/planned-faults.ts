/** What goes wrong on the next `times` calls that it is meant for. */
interface Planned {
  readonly times: number;
}

interface Plan<Fault> {
  faults: readonly Fault[];
}

/** Plans a fault after those that wait; once, unless it says how often. */
export function addFault<Fault extends Planned>(
  plan: Plan<Fault>,
  fault: Omit<Fault, "times"> & { readonly times?: number | undefined },
): void {
  plan.faults = [...plan.faults, { ...fault, times: fault.times ?? 1 } as Fault];
}

/** From now on every call goes well. */
export function clearFaults(plan: Plan<Planned>): void {
  plan.faults = [];
}

/** The first fault that is meant for a call, which has one time less from now on; null when the call is to go well. */
export function takePlanned<Fault extends Planned>(
  plan: Plan<Fault>,
  isMeant: (fault: Fault) => boolean,
): Fault | null {
  const met = plan.faults.find(isMeant);
  if (met === undefined) return null;
  plan.faults = plan.faults.flatMap((fault) => {
    if (fault !== met) return [fault];
    return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
  });
  return met;
}
