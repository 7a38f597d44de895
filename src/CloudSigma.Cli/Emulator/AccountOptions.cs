// Puts the accounts of --user and the tokens of --token together.
using CloudSigma.Emulator;

namespace CloudSigma.Cli.Emulator;

internal static class AccountOptions
{
    public static IReadOnlyList<EmulatorAccount> Parse(string[] users, string[] tokens)
    {
        EmulatorAccount[] accounts = users.Length == 0 ? [EmulatorAccount.WellKnown] : [.. users.Select(UserOption.Parse)];
        // A token is secret, so it is not repeated.
        if (tokens.Length > accounts.Length)
            throw new ArgumentException($"--token is given {tokens.Length} times, and there are {accounts.Length} accounts to have one.");
        return [.. accounts.Select((account, index) => index < tokens.Length ? WithToken(account, tokens[index]) : account)];
    }

    private static EmulatorAccount WithToken(EmulatorAccount account, string token) =>
        new(account.Email, account.Password) { Uuid = account.Uuid, Token = token };
}
