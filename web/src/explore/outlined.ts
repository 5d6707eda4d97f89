// Entities on the canvas: filled with the colour of their kind, with an outline of a shade that is seen on any page.
import type { FragmentLayer } from "sigma/rendering";
import { outlineRange, outlineWidth } from "../outline.ts";

/** As `outlineOf` reckons it, for each pixel of a disc. */
const glsl = `
vec4 layer_outlined(vec4 v_outlinedColor) {
  vec3 light = pow(v_outlinedColor.rgb, vec3(2.2));
  float luminance = dot(light, vec3(0.2126, 0.7152, 0.0722));
  vec3 shade = light;
  if (luminance > ${outlineRange.lightest.toFixed(3)}) shade = light * ${outlineRange.lightest.toFixed(3)} / luminance;
  if (luminance < ${outlineRange.darkest.toFixed(3)})
    shade = light + (1.0 - light) * (${outlineRange.darkest.toFixed(3)} - luminance) / (1.0 - luminance);
  float inner = -context.sdf - ${outlineWidth.toFixed(1)} * context.pixelToUV;
  float inside = smoothstep(0.0, context.aaWidth, inner);
  return vec4(mix(pow(shade, vec3(1.0 / 2.2)), v_outlinedColor.rgb, inside), v_outlinedColor.a);
}
`;

/** The layer. */
export function layerOutlined(): FragmentLayer {
  return {
    name: "outlined",
    uniforms: [],
    attributes: [
      {
        name: "outlinedColor",
        size: 4,
        type: WebGL2RenderingContext.UNSIGNED_BYTE,
        normalized: true,
        source: "color",
      },
    ],
    glsl,
  };
}
