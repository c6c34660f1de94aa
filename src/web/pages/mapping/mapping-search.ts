/** Which upload is mapped, and by which preset it was recognised when that is to be adjusted. */
export interface MappingSearch {
  readonly upload?: string;
  readonly preset?: string;
}

/** Reads the address; what cannot be read is left out. */
export function readMappingSearch({ upload, preset }: Record<string, unknown>): MappingSearch {
  return {
    ...(typeof upload === "string" && /^[0-9a-f-]{36}$/.test(upload) && { upload }),
    ...(typeof preset === "string" && /^[a-z][a-z0-9_]*$/.test(preset) && { preset }),
  };
}
