// /jobs/: background work with a progress that grows.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Lifecycle;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Jobs;

internal static class JobsResource
{
    public const string Name = "jobs";

    /// <summary>The event of an object whose job has failed while it was being made.</summary>
    public const string Failed = "job_failed";

    /// <summary>The state of a job that runs.</summary>
    public const string Started = "started";

    private const string Failure = "failure";

    public static ResourceDefinition Create() => new(Name, Fields())
    {
        OlderSchema = true,
        ListMethods = ["GET"],
        ObjectMethods = ["GET"],
        Filters = [.. FilterOperators.All("state")],
        Ordering = ["-last_modified"],
        Events = new Dictionary<string, Action<Document>>
        {
            ["done"] = Finish,
            ["forgotten"] = Forget,
        },
    };

    // The objects forget it too.
    private static void Forget(Document job)
    {
        foreach (var uri in job.Data["resources"]!.AsArray())
        {
            var parts = uri!.GetValue<string>().Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (job.Partition.State.Find(parts[^2], parts[^1]) is not { } involved || involved.Data["jobs"] is not JsonArray) continue;
            var jobs = involved.Edit()["jobs"]!.AsArray();
            foreach (var reference in jobs.Where(reference => reference!["uuid"]!.GetValue<string>() == job.Id).ToArray()) jobs.Remove(reference);
        }

        job.Partition.Collection(Name).Remove(job);
    }

    /// <summary>Starts a job that lasts as long as the work it stands for. The objects involved list it; the last one is what is being made.</summary>
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
        data["state"] = Started;
        job.Hidden["from"] = state.Now.Ticks;
        job.Hidden["to"] = due.Ticks;
        foreach (var document in involved.Where(static document => document.Partition.Account is not null))
            document.Edit()["jobs"]!.AsArray().Add((JsonNode)job.Reference());
        return job;
    }

    /// <summary>
    /// The work of a job that runs comes to nothing. Its parts fail with it, and so does the job of which it is a part; the other parts of
    /// that one go on.
    /// </summary>
    public static void Fail(Document job, string? message)
    {
        End(job, message);
        foreach (var child in JobTree.Children(job).Where(static child => child.Text("state") == Started)) Fail(child, message);
        foreach (var parent in JobTree.Ancestors(job).Where(static parent => parent.Text("state") == Started)) End(parent, message);
    }

    // The progress stays where it is, and what was being made hears of it.
    private static void End(Document job, string? message)
    {
        var state = job.Partition.State;
        var progress = Progress(job);
        job.Set("state", Failure);
        job.Hidden["progress"] = progress;
        job.Hidden["ended"] = state.Now.Ticks;
        job.Hidden["message"] = message;
        state.Scheduler.At(job, "forgotten", state.Now + Durations.JobKept);
        if (Resource(job, job.Data["resources"]!.AsArray()[^1]!) is { } target
            && state.Scheduler.Handlers.TryGetValue((target.Resource, Failed), out var handler))
        {
            handler(target);
        }
    }

    private static void Finish(Document job)
    {
        if (job.Text("state") != Started) return;
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
            Show = JobTree.Show,
        };
        yield return new FieldDefinition("created", FieldType.DateTime, DateHelp) { ReadOnly = true, SchemaReadOnly = false };
        yield return new FieldDefinition("data", FieldType.Object, "Meta information related to this background job's execution.")
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Nullable = true,
            Show = static view => Data(view.Document),
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
        yield return new FieldDefinition("state", FieldType.String, Member.TextHelp) { ReadOnly = true, SchemaReadOnly = false, Default = Started };
        yield return new FieldDefinition("uuid", FieldType.String, Member.TextHelp)
        {
            ReadOnly = true,
            SchemaReadOnly = false,
            HasDefault = false,
            Unique = true,
            Show = static view => view.Document.Id,
        };
    }

    private static JsonObject Data(Document job)
    {
        var data = new JsonObject { ["progress"] = Progress(job) };
        if (job.Hidden["message"] is { } message) data["message"] = message.DeepClone();
        return data;
    }

    private static int Progress(Document job)
    {
        if (job.Hidden["progress"] is { } stopped) return stopped.GetValue<int>();
        if (job.Text("state") != Started) return 100;
        var (from, to) = Span(job);
        return to <= from ? 0 : (int)Math.Clamp((job.Partition.State.Now.Ticks - from) * 100 / (to - from), 0, 99);
    }

    // The moment at which the progress last grew, or at which the job failed.
    private static string LastModified(Document job)
    {
        if (job.Hidden["ended"] is { } ended) return ApiTime.Text(new DateTimeOffset(ended.GetValue<long>(), TimeSpan.Zero));
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
            if (Resource(job, address!) is not null) present.Add(address!.DeepClone());
        }

        return present;
    }

    private static Document? Resource(Document job, JsonNode address)
    {
        var parts = address.GetValue<string>().Split('/', StringSplitOptions.RemoveEmptyEntries);
        return job.Partition.State.Find(parts[^2], parts[^1]) ?? job.Partition.State.Library.Find(parts[^2], parts[^1]);
    }
}
