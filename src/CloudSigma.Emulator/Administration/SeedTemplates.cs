// The objects that a seed makes when it only gives their number.
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Administration;

internal static class SeedTemplates
{
    private const long GiB = 1L << 30;

    public static JsonObject? Make(string resource, int number)
    {
        var text = number.ToString("00000", CultureInfo.InvariantCulture);
        return resource switch
        {
            "drives" => new JsonObject { ["name"] = $"drive-{text}", ["media"] = "disk", ["size"] = GiB },
            "servers" => new JsonObject { ["name"] = $"server-{text}", ["cpu"] = 1000, ["mem"] = GiB, ["vnc_password"] = "secret12" },
            _ => null,
        };
    }
}
