import { postAuth } from "@/components/auth/post-auth";

/** Signs in with a password that was just set, and goes in. False when that did not work. */
export async function letIn(credentials: { email: string; password: string }): Promise<boolean> {
  const answer = await postAuth("callback/credentials", { ...credentials, callbackUrl: "/admin" });
  if (answer.ok) location.assign("/admin");
  return answer.ok;
}
