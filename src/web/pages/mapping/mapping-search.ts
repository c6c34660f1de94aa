/** Which upload is mapped, and by which preset it was recognised when that is to be adjusted. */
export interface MappingSearch {
  readonly upload?: string;
  readonly preset?: string;
  /** Which of several mappings of the preset is in sight, from 1. */
  readonly part?: number;
}

/** Reads the address; what cannot be read is left out. */
export function readMappingSearch({ upload, preset, part }: Record<string, unknown>): MappingSearch {
  return {
    ...(typeof upload === "string" && /^[0-9a-f-]{36}$/.test(upload) && { upload }),
    ...(typeof preset === "string" && /^[a-z][a-z0-9_]*$/.test(preset) && { preset }),
    ...(Number.isInteger(part) && Number(part) > 1 && Number(part) < 100 && { part: Number(part) }),
  };
}
