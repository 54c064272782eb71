import { redirect } from "next/navigation";
import { requireViewer } from "@/app/viewer";
import { settingsGroups } from "./settings-pages";

/** Settings open at the first page that somebody may see. */
export default async function SettingsPage() {
  const { ctx } = await requireViewer();
  redirect(settingsGroups(ctx.actor)[0]?.items[0]?.href ?? "/settings/profile");
}
