// The clone action of drives and of library drives.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Capabilities;
using CloudSigma.Emulator.Resources.Jobs;
using CloudSigma.Emulator.Resources.Profile;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Drives;

internal static class DriveClone
{
    /// <summary>The event at the end of the making of a copy.</summary>
    public const string Event = "cloned";

    private static readonly string[] ImageFacts = ["arch", "category", "description", "distribution", "favourite", "image_type", "install_notes", "os", "paid", "url", "version"];

    private static readonly string[] Members = ["name", "media", "affinities", "size", "storage_type"];

    public static ActionDefinition Action { get; } = new("clone", Run) { Parameters = [AvoidParameter.Name], Members = Members, OnLibrary = true };

    /// <summary>The end of a clone: the copy can be used and the source is free again.</summary>
    public static void Finish(Document copy)
    {
        if (copy.Status != DriveStatus.CloningTarget) return;
        copy.Set("status", DriveStatus.Unmounted);
        Release(copy);
    }

    /// <summary>The job of a clone has failed: half a copy is of no use, and the source is free again.</summary>
    public static void Fail(Document copy)
    {
        if (copy.Status != DriveStatus.CloningTarget) return;
        copy.Set("status", DriveStatus.Unavailable);
        Release(copy);
    }

    /// <summary>Starts the making of a copy that is stored and placed already: the source is busy until it ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="source">A drive or a snapshot.</param>
    /// <param name="copy">The new drive.</param>
    /// <param name="involved">The objects that the job lists; the copy comes last.</param>
    /// <returns>The job.</returns>
    public static Document Begin(RequestContext request, Document source, Document copy, params IReadOnlyList<Document> involved)
    {
        copy.Hidden["source"] = new JsonObject { ["resource"] = source.Resource, ["uuid"] = source.Id };
        if (source.Partition.Account is not null) DriveStatus.AddClones(source, 1);
        var time = DrivePlacement.CloneTime(request);
        request.State.Scheduler.After(copy, Event, time);
        return JobsResource.Start(request.Caller, "drive_clone", time, involved);
    }

    private static void Release(Document copy)
    {
        var source = copy.Hidden["source"]!.AsObject();
        copy.Hidden.Remove("source");
        if (copy.Partition.State.Find(source["resource"]!.GetValue<string>(), source["uuid"]!.GetValue<string>()) is { } busy) DriveStatus.AddClones(busy, -1);
    }

    private static ApiResponse Run(RequestContext request, Document source, JsonObject body)
    {
        // Also a clone of a library drive makes a drive.
        var drives = request.Resource(DrivesResource.Name);
        var wanted = ObjectReader.ReadNamed(request, drives, body, Members);
        return DocumentRenderer.Wrapped(request, drives, [Start(request, source, wanted).Copy], 202);
    }

    /// <summary>Begins a copy.</summary>
    /// <param name="request">Who wants it, and what it shall stay away from.</param>
    /// <param name="source">A drive, or one of the library.</param>
    /// <param name="wanted">The members in which the copy differs.</param>
    public static (Document Copy, Document Job) Start(RequestContext request, Document source, JsonObject wanted)
    {
        var fromLibrary = source.Partition.Account is null;
        Access.Require(request.Caller, source, Right.Clone);
        EphemeralDrive.Refuse(source, "clone");
        var status = DriveStatus.Of(source);
        if (!DriveStatus.IsAtRest(status) && status != DriveStatus.CloningSource)
            throw ApiException.Permission($"Cannot clone drive in state \"{status}\". Drive should be in state \"['unmounted', 'mounted']\"");

        var storageType = wanted["storage_type"]?.GetValue<string>()
            ?? source.Data["storage_type"]?.GetValue<string>()
            ?? request.State.Location.DefaultStorageType;
        if (storageType == CloudLimits.EphemeralStorageType)
            throw ApiException.Validation("A copy cannot be an ephemeral drive", "storage_type");
        var sourceSize = source.Data["size"]!.GetValue<long>();
        var size = wanted["size"]?.GetValue<long>() ?? sourceSize;
        if (size < sourceSize) throw ApiException.Validation($"A copy cannot be smaller than its source, which has {sourceSize}", "size");

        var copy = new Document(request.State.Ids.NewUuid(), DrivesResource.Name, request.Caller);
        var data = copy.Data;
        data["affinities"] = (wanted["affinities"] ?? source.Data["affinities"] ?? new JsonArray()).DeepClone();
        data["allow_multimount"] = source.Data["allow_multimount"]?.DeepClone() ?? false;
        data["jobs"] = new JsonArray();
        data["licenses"] = source.Data["licenses"]?.DeepClone() ?? new JsonArray();
        data["media"] = (wanted["media"] ?? source.Data["media"]!).DeepClone();
        data["meta"] = fromLibrary ? Facts(source) : source.Data["meta"]!.DeepClone();
        data["name"] = wanted["name"]?.GetValue<string>()
            ?? CloneNaming.Name(ProfileResource.CloneNaming(request.Caller), source.Text("name"), request.Now);
        data["size"] = DriveSize.Checked(request.State.Location, size, storageType);
        data["status"] = DriveStatus.CloningTarget;
        data["storage_type"] = storageType;

        DriveImages.Share(source, copy);
        request.Caller.Collection(DrivesResource.Name).Add(copy);
        DrivePlacement.Place(request, copy);
        return (copy, Begin(request, source, copy, source, copy));
    }

    // What is known of an image goes into the meta of its copies, as texts.
    private static JsonObject Facts(Document image)
    {
        var meta = new JsonObject();
        foreach (var name in ImageFacts)
        {
            var text = image.Data[name] switch
            {
                JsonArray list => string.Join(',', list.Select(static entry => entry!.ToString())),
                JsonValue value => value.ToString(),
                _ => "",
            };
            if (text.Length > 0) meta[name == "favourite" ? "favorite" : name] = text;
        }

        return meta;
    }
}
