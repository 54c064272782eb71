import { Avatar } from "@/components/ui/display/avatar";

const password = "trunkline-demo";

const logins = [
  { email: "owner@demo.test", name: "Riverside Dental", role: "Owner" },
  { email: "agent@demo.test", name: "Riverside Dental", role: "Agent" },
  { email: "owner@pragati.test", name: "Pragati Clinic", role: "Owner" },
  { email: "admin@trunkline.test", name: "This install", role: "Super admin" },
];

type DemoLoginsProps = { onChoose: (login: { email: string; password: string }) => void };

/** The people of the demo world; a click fills the form. */
export function DemoLogins({ onChoose }: DemoLoginsProps) {
  return (
    <section aria-labelledby="demo-logins" className="mt-8 rounded-card border border-line bg-bg p-1.5">
      <h2 id="demo-logins" className="px-2.5 pt-1.5 pb-1 text-meta text-muted">
        Demo world: choose a login, it fills the form. The password of each is{" "}
        <code className="font-mono text-text">{password}</code>
      </h2>
      <ul>
        {logins.map(({ email, name, role }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => onChoose({ email, password })}
              className="flex min-h-11 w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-left transition-colors duration-100 hover:bg-selection"
            >
              <Avatar name={name} size="sm" on="bg" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{email}</span>
                <span className="block truncate text-meta text-muted">
                  {name} · {role}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
