// The clone action of snapshots: it makes a drive as it was.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Drives;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Snapshots;

internal static class SnapshotClone
{
    private static readonly string[] Members = ["name", "media", "affinities"];

    public static ActionDefinition Action { get; } = new("clone", Run) { Parameters = [AvoidParameter.Name], Members = Members };

    private static ApiResponse Run(RequestContext request, Document snapshot, JsonObject body)
    {
        SnapshotRules.RequireAvailable(snapshot, "clone");
        var drives = request.Resource(DrivesResource.Name);
        var copy = Start(request, snapshot, ObjectReader.ReadNamed(request, drives, body, Members));
        return DocumentRenderer.Single(request, drives, copy, 202, Fields(drives));
    }

    private static Document Start(RequestContext request, Document snapshot, JsonObject wanted)
    {
        var copy = new Document(request.State.Ids.NewUuid(), DrivesResource.Name, request.Caller);
        var data = copy.Data;
        foreach (var (name, value) in SnapshotOrigin.Properties(snapshot)) data[name] = value?.DeepClone();
        // The naming of the profile is left aside: the recorded copies have the name of the snapshot.
        data["name"] = snapshot.Data["name"]?.DeepClone();
        foreach (var (name, value) in wanted) data[name] = value?.DeepClone();
        data["jobs"] = new JsonArray();
        data["status"] = DriveStatus.CloningTarget;

        DriveImages.Share(snapshot, copy);
        request.Caller.Collection(DrivesResource.Name).Add(copy);
        DrivePlacement.Place(request, copy);
        DriveClone.Begin(request, snapshot, copy, copy);
        return copy;
    }

    // Here, and only here, the address of the drive is an object.
    private static FieldDefinition[] Fields(ResourceDefinition drives) =>
    [
        .. drives.Fields.Select(static field => field.Name != "resource_uri" ? field : new FieldDefinition(field.Name, FieldType.Object, field.Help)
        {
            ReadOnly = true, Show = static view => view.Document.Reference(),
        }),
    ];
}
