/** In pixels: what Open Graph's readers show whole. */
export const PICTURE = { width: 1200, height: 630 } as const;
