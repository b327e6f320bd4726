export { accept as POST } from "@/lib/users/account-actions";
