/** For a process that was started by another Leadline and tells it how far it is: that one's address. */
export const TOLD_VARIABLE = "LEADLINE_TELLS_PARENT";

export type Told = { readonly url: string } | { readonly step: string; readonly done: number; readonly total: number };

type Env = Readonly<Record<string, string | undefined>>;

/** Tells the Leadline that started this process; nothing where a person did. */
export function tellParent(env: Env, told: Told): void {
  if (env[TOLD_VARIABLE]) process.send?.(told);
}

/** Calls back when the Leadline that started this process is gone, however it ended. */
export function whenParentEnds(env: Env, done: () => void): void {
  if (env[TOLD_VARIABLE]) process.once("disconnect", done);
}
