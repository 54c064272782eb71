import type { Face } from "@/components/calls/outcome-face";
import { Tag } from "@/components/ui/display/tag";

/** An outcome or a mood as icon and word. */
export function FaceTag({ face: { word, tone, icon: Icon } }: { face: Face }) {
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </Tag>
  );
}
