import Link from "next/link";
import { ShowcaseActions } from "@/app/design/showcase-actions";
import { ShowcaseColours } from "@/app/design/showcase-colours";
import { ShowcaseFacts } from "@/app/design/showcase-facts";
import { ShowcaseForms } from "@/app/design/showcase-forms";
import { ShowcaseOverlays } from "@/app/design/showcase-overlays";
import { ShowcasePages } from "@/app/design/showcase-pages";
import { Specimen } from "@/app/design/specimen";
import { ThemeSwitch } from "@/components/theme/theme-switch";
import { PageBody, PageHead } from "@/components/ui/page/page-head";

const frames = [
  ["/design/frame", "Signed-in frame"],
  ["/design/settings", "Settings"],
  ["/design/public", "Public page"],
  ["/design/lost", "Lost page"],
] as const;

export default function DesignPage() {
  return (
    <main>
      <PageHead title="Components" actions={<ThemeSwitch />} />
      <PageBody>
        <div className="gap-4 md:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
          <Specimen title="Whole pages">
            {frames.map(([href, label]) => (
              <Link
                key={href}
                href={href}
                className="font-medium text-accent underline-offset-4 hover:underline"
              >
                {label}
              </Link>
            ))}
          </Specimen>
          <Specimen title="Type" isColumn>
            <p className="text-display">Every line in one place</p>
            <p className="text-page">Page name, 19</p>
            <p className="text-title">Title, 15.5</p>
            <p>Base text, 14 on 20. Žluťoučký kůň, Łódź, İstanbul. नमस्ते, आप कैसे हैं?</p>
            <p className="text-small">Small, 13</p>
            <p className="tabular text-meta text-muted">Meta, 12.5 · 09:41 · 0:42 / 2:14</p>
          </Specimen>
          <ShowcaseColours />
          <ShowcaseActions />
          <ShowcaseForms />
          <ShowcaseFacts />
          <ShowcaseOverlays />
        </div>
        <ShowcasePages />
      </PageBody>
    </main>
  );
}
