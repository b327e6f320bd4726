export { setUp as POST } from "@/lib/users/account-actions";
