// /bservers/: servers that use spare capacity. They are servers like all others, for accounts that may have them.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Servers;

internal static class BackfillingServers
{
    public const string Name = "bservers";

    /// <summary>How far processor and memory are cut down at the moment. There is always room here, so they are not.</summary>
    public const decimal PerformanceFactor = 1.0m;

    private const string Note = "backfilling";

    public static bool Is(Document server) => server.Hidden.ContainsKey(Note);

    public static void Mark(Document server)
    {
        server.Edit()["is_grey"] = true;
        server.Hidden[Note] = true;
    }

    /// <summary>Refuses accounts that may not have such servers.</summary>
    public static void Require(RequestContext request)
    {
        if (request.Caller.Account is not { Backfilling: true }) throw ApiException.Permission("The account may not run backfilling servers");
    }
}
