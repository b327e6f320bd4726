export { reinvite as POST } from "@/lib/users/actions";
