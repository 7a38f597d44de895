// What a snapshot keeps of its drive: the properties of that moment, from which a clone is made.
using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotOrigin
{
    private const string Moment = "taken";
    private const string Drive = "drive";
    private static readonly string[] Kept = ["affinities", "allow_multimount", "licenses", "media", "meta", "size", "storage_type"];

    /// <summary>Notes moment and drive in a new snapshot.</summary>
    public static void Take(Document snapshot, Document drive)
    {
        var now = snapshot.Partition.State.Now;
        snapshot.Edit();
        DriveImages.Share(drive, snapshot);
        snapshot.Hidden[Moment] = now.Ticks;
        snapshot.Hidden[Drive] = new JsonObject(Kept.Select(name => KeyValuePair.Create(name, drive.Data[name]?.DeepClone())));
    }

    public static string DriveId(Document snapshot) => snapshot.Data["drive"]!["uuid"]!.GetValue<string>();

    /// <summary>The moment in ticks; the end of time for a snapshot that is not taken yet.</summary>
    public static long Taken(Document snapshot) => snapshot.Hidden[Moment]?.GetValue<long>() ?? long.MaxValue;

    /// <summary>The properties that the drive had.</summary>
    public static JsonObject Properties(Document snapshot) => snapshot.Hidden[Drive]!.AsObject();

    public static long Size(Document snapshot) => Properties(snapshot)["size"]!.GetValue<long>();

    /// <summary>The name of a snapshot that was given none.</summary>
    public static string Name(string drive, DateTimeOffset now) =>
        $"{drive}__{now.UtcDateTime.ToString("yyyy-MM-dd'__'HH'_'mm'_'ss", CultureInfo.InvariantCulture)}";
}
