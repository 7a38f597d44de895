// Jobs that are parts of another job: a copy of a server has one for each of its disks.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Jobs;

internal static class JobTree
{
    private const string Parts = "children";
    private const string Whole = "parent";

    /// <summary>Makes jobs the parts of another one.</summary>
    public static void Join(Document job, IReadOnlyList<Document> children)
    {
        if (children.Count == 0) return;
        job.Edit();
        job.Hidden[Parts] = new JsonArray([.. children.Select(static child => (JsonNode)child.Id)]);
        foreach (var child in children)
        {
            child.Edit();
            child.Hidden[Whole] = job.Id;
        }
    }

    /// <summary>The parts of a job that are still kept.</summary>
    public static IEnumerable<Document> Children(Document job) => (job.Hidden[Parts] as JsonArray ?? [])
        .Select(id => job.Partition.Find(JobsResource.Name, id!.GetValue<string>()))
        .OfType<Document>();

    /// <summary>The jobs of which a job is a part, the next one first.</summary>
    public static IEnumerable<Document> Ancestors(Document job)
    {
        while (job.Hidden[Whole] is { } id && job.Partition.Find(JobsResource.Name, id.GetValue<string>()) is { } parent)
        {
            yield return parent;
            job = parent;
        }
    }

    /// <summary>The parts of a job as its answer shows them, whole and with their own parts.</summary>
    public static JsonArray Show(DocumentView view)
    {
        var children = new JsonArray();
        foreach (var child in Children(view.Document))
        {
            var nested = new DocumentView(child, view.Caller, view.Resource);
            children.Add((JsonNode)new JsonObject(view.Resource.Fields.Select(field => KeyValuePair.Create(field.Name, nested.Value(field)?.DeepClone()))));
        }

        return children;
    }
}
