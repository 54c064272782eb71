import { Field } from "@/components/ui/form/field";
import { Textarea } from "@/components/ui/form/textarea";

type WordsProps = { label: string; value: string; hint?: string; onValue: (value: string) => void };

/** A text that is spoken or sent. */
export function Words({ label, value, hint, onValue }: WordsProps) {
  return (
    <Field label={label} hint={hint}>
      <Textarea value={value} maxLength={1000} onChange={(event) => onValue(event.target.value)} />
    </Field>
  );
}
