// Says where the emulator listens and who can log in: a table on a terminal, plain lines elsewhere.
using CloudSigma.Emulator;
using Spectre.Console;

namespace CloudSigma.Cli.Emulator;

internal static class EmulatorBanner
{
    public static void Write(CloudSigmaEmulator cloud)
    {
        if (Console.IsOutputRedirected) WritePlain(cloud);
        else WriteTable(cloud);
        Console.Out.Flush();
    }

    private static void WritePlain(CloudSigmaEmulator cloud)
    {
        Console.WriteLine($"endpoint {cloud.Endpoint}");
        foreach (var account in cloud.Accounts) Console.WriteLine($"account {account.Email} {Password(account)}");
        Console.WriteLine($"upload {cloud.DirectEndpoint}");
        Console.WriteLine("ready, Ctrl+C stops");
    }

    private static void WriteTable(CloudSigmaEmulator cloud)
    {
        AnsiConsole.MarkupLineInterpolated($"CloudSigma emulator at [bold]{cloud.Endpoint}[/]");
        AnsiConsole.MarkupLineInterpolated($"Uploads and downloads at [bold]{cloud.DirectEndpoint}[/]");
        var table = new Table().AddColumns("account", "password", "uuid");
        foreach (var account in cloud.Accounts)
            table.AddRow(Markup.Escape(account.Email), Markup.Escape(Password(account)), account.Uuid.ToString());
        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine("Ctrl+C stops it.");
    }

    // The password of the well-known account is no secret; all others are.
    private static string Password(EmulatorAccount account) =>
        account.Email == EmulatorAccount.WellKnown.Email && account.Password == EmulatorAccount.WellKnown.Password
            ? account.Password
            : "(as given)";
}
