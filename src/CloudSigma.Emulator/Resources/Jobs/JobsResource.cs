// /jobs/: background work with a progress that grows.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Jobs;

internal static class JobsResource
{
    public const string Name = "jobs";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        OlderSchema = true,
        ListMethods = ["GET"],
        ObjectMethods = ["GET"],
        Filters =
        [
            new FilterDefinition("state", "state") { SchemaValue = 1 },
            new FilterDefinition("state__contains", "state", Contains: true) { SchemaValue = null },
        ],
        Ordering = ["-last_modified"],
        Events = new Dictionary<string, Action<Document>>
        {
            ["done"] = Finish,
            ["forgotten"] = static job => job.Partition.Collection(Name).Remove(job),
        },
    };

    /// <summary>Starts a job that lasts as long as the work it stands for. The objects involved list it.</summary>
    public static Document Start(AccountPartition partition, string operation, TimeSpan realistic, params IReadOnlyList<Document> involved)
    {
        var state = partition.State;
        var job = new Document(state.Ids.NewUuid(), Name, partition);
        partition.Collection(Name).Add(job);
        var due = state.Scheduler.After(job, "done", realistic);
        var data = job.Edit();
        data["created"] = ApiTime.Text(state.Now);
        data["operation"] = operation;
        data["resources"] = new JsonArray([.. involved.Select(static document => (JsonNode)document.Uri)]);
        data["state"] = "started";
        job.Hidden["from"] = state.Now.Ticks;
        job.Hidden["to"] = due.Ticks;
        foreach (var document in involved.Where(static document => document.Partition.Account is not null))
            document.Edit()["jobs"]!.AsArray().Add((JsonNode)job.Reference());
        return job;
    }

    private static void Finish(Document job)
    {
        job.Set("state", "success");
        job.Partition.State.Scheduler.At(job, "forgotten", job.Partition.State.Now + Durations.JobKept);
    }

    private static IEnumerable<FieldDefinition> Fields()
    {
        const string DateHelp = "A date & time as a string. Ex: \"2010-11-10T03:07:43\"";
        yield return new FieldDefinition("children", FieldType.Related, "Background jobs, initiated by this job.")
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Many = true,
            Nullable = true,
        };
        yield return new FieldDefinition("created", FieldType.DateTime, DateHelp) { ReadOnly = true, SchemaReadOnly = false };
        yield return new FieldDefinition("data", FieldType.Object, "Meta information related to this background job's execution.")
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Nullable = true,
            Show = static view => new JsonObject { ["progress"] = Progress(view.Document) },
        };
        yield return new FieldDefinition("last_modified", FieldType.DateTime, DateHelp)
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            Show = static view => LastModified(view.Document),
        };
        yield return new FieldDefinition("operation", FieldType.String, Member.TextHelp)
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Nullable = true,
        };
        yield return new FieldDefinition("resource_uri", FieldType.String, Member.TextHelp)
        {
            ReadOnly = true,
            HasDefault = false,
            Show = static view => view.Document.Uri,
        };
        yield return new FieldDefinition("resources", FieldType.List, "Resources linked to this background job.")
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Nullable = true,
            Show = static view => Present(view.Document),
        };
        yield return new FieldDefinition("state", FieldType.String, Member.TextHelp) { ReadOnly = true, SchemaReadOnly = false, Default = "started" };
        yield return new FieldDefinition("uuid", FieldType.String, Member.TextHelp)
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Unique = true,
            Show = static view => view.Document.Id,
        };
    }

    private static int Progress(Document job)
    {
        if (job.Text("state") != "started") return 100;
        var (from, to) = Span(job);
        return to <= from ? 0 : (int)Math.Clamp((job.Partition.State.Now.Ticks - from) * 100 / (to - from), 0, 99);
    }

    // The moment at which the progress last grew.
    private static string LastModified(Document job)
    {
        var (from, to) = Span(job);
        return ApiTime.Text(new DateTimeOffset(from + ((to - from) / 100 * Progress(job)), TimeSpan.Zero));
    }

    private static (long From, long To) Span(Document job) => (job.Hidden["from"]!.GetValue<long>(), job.Hidden["to"]!.GetValue<long>());

    // Objects that are gone leave the list.
    private static JsonArray Present(Document job)
    {
        var present = new JsonArray();
        foreach (var address in job.Data["resources"]!.AsArray())
        {
            var parts = address!.GetValue<string>().Split('/', StringSplitOptions.RemoveEmptyEntries);
            var state = job.Partition.State;
            if ((job.Partition.Find(parts[^2], parts[^1]) ?? state.Library.Find(parts[^2], parts[^1])) is not null)
                present.Add(address.DeepClone());
        }

        return present;
    }
}
