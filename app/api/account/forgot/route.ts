export { forgot as POST } from "@/lib/users/account-actions";
