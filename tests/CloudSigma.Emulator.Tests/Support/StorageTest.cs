// What tests of snapshots and backup schedulers have in common.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Tests.Support;

public abstract class StorageTest : EmulatorTest
{
    protected static JsonObject NewRemote(string drive) => new() { ["drive"] = drive, ["location"] = "ZRH", ["name"] = "backup" };

    /// <summary>A snapshot that is available.</summary>
    protected async Task<string> SnapshotAsync(string drive, string? name = null)
    {
        var uuid = (await PostAsync("snapshots/", new JsonObject { ["drive"] = drive, ["name"] = name })).Is(201).Uuid;
        Wait(2);
        return uuid;
    }

    /// <summary>A remote snapshot that is available.</summary>
    protected async Task<string> RemoteAsync(string drive)
    {
        var uuid = (await PostAsync("remotesnapshots/", NewRemote(drive))).Is(201).Uuid;
        Wait(12);
        return uuid;
    }
}
