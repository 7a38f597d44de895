// Checks one example: the request that the SDK sends, and what it makes of the answer.
using System.Collections.Concurrent;
using System.Text.Json;
using CloudSigma.Sdk.TestKit.Http;
using CloudSigma.Sdk.TestKit.Json;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class ContractCheck
{
    private static readonly ConcurrentDictionary<(string Operation, string Example), Lazy<Task<ContractResult>>> Results = new();

    /// <summary>Checks a documented example, once per run.</summary>
    public static Task<ContractResult> RunAsync(OperationContract contract, ContractExample example) =>
        Results.GetOrAdd((contract.Id, example.Name), _ => new Lazy<Task<ContractResult>>(() => CheckAsync(contract, example))).Value;

    private static async Task<ContractResult> CheckAsync(OperationContract contract, ContractExample example)
    {
        var missing = example.MissingFiles;
        if (missing.Count > 0) return new ContractResult(example.Name, [], [], null, missing);
        var answer = LoadAnswer(example);
        if (example.Exception?.AnswerStatus is { } status) answer = HttpExample.Parse($"HTTP/1.1 {status}\nContent-Type: application/json\n\n{answer.Body}", answer.Name);
        var request = ExampleFolder.Load(example.RequestName);
        List<HttpExample> answers = [answer];
        List<HttpExample?> requests = [request];
        if (contract.Lead is { } lead)
        {
            requests.Insert(0, null);
            answers.Insert(0, Answer(lead(new ContractRequest(request, example.Exception)), "lead"));
        }

        var (differences, kept) = await CheckAsync(contract, requests, answers, example.Exception);
        return new ContractResult(example.Name, differences, example.Exception is { AnswerIsLongForm: true } ? [] : kept, example.Exception?.Reason, []);
    }

    private static HttpExample Answer(string body, string name) => HttpExample.Parse($"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}", name);

    /// <summary>Reads the answer of an example; one that is declared as damaged is mended.</summary>
    public static HttpExample LoadAnswer(ContractExample example)
    {
        var answer = ExampleFolder.Load(example.AnswerName);
        return example.Exception is { MendsAnswer: true }
            ? HttpExample.Parse($"HTTP/1.1 {answer.StatusCode} {answer.Reason}\nContent-Type: application/json\n\n{answer.MendedJson}", answer.Name)
            : answer;
    }

    /// <summary>Checks a recording: the same requests have to be sent again, in the same order.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(OperationContract contract, IReadOnlyList<HttpExchange> exchanges)
    {
        if (contract.Others is not null) return await TransferCheck.RunAsync(contract, exchanges);
        HttpExample[] requests = [.. exchanges.Select(static e => e.Request)];
        HttpExample[] answers = [.. exchanges.Select(static e => e.Answer)];
        if (answers is not [.., { StatusCode: >= 400 } refusal])
        {
            var (differences, kept) = await CheckAsync(contract, requests, answers, null);
            return [.. differences, .. kept.Select(static k => $"answer: the SDK only keeps {k}, which the emulator sends")];
        }


        var error = await Assert.ThrowsAnyAsync<CloudSigmaApiException>(() => CheckAsync(contract, requests, answers, null));
        return (int)error.StatusCode == refusal.StatusCode ? [] : [$"refusal: expected status {refusal.StatusCode}, thrown {(int)error.StatusCode}"];
    }

    /// <summary>Makes the call of the first request, serves the answers, and compares the requests that are known and the objects of the answers.</summary>
    private static async Task<(IReadOnlyList<string> Differences, IReadOnlyCollection<string> KeptMembers)> CheckAsync(
        OperationContract contract, IReadOnlyList<HttpExample?> requests, IReadOnlyList<HttpExample> answers, ContractException? exception)
    {
        using var handler = new ScriptedHandler(answers);
        var main = contract.Main(requests.Count);
        var arguments = new ContractRequest(requests[main]!, exception, answers.Count == 1 ? FirstPage(contract, answers[0]) : null);
        using var client = Contracts.CreateClient(handler, arguments.PageSize);
        IReadOnlyList<object>? models = null;
        List<string> differences = [];
        try
        {
            models = await contract.CallAsync(client, arguments);
        }
        finally
        {
            for (var i = 0; i < Math.Min(requests.Count, handler.Requests.Count); i++)
            {
                if (requests[i] is { } expected) differences.AddRange(RequestComparison.Differences(new ContractRequest(expected, exception), handler.Requests[i], exception));
            }

            // A refused call ends in an exception, and what was sent wrongly must not hide behind it.
            if (answers[^1].StatusCode >= 400) Assert.Empty(differences);
        }

        if (handler.Requests.Count != answers.Count) differences.Add($"{handler.Requests.Count} requests were sent instead of {answers.Count}");
        differences.AddRange(AnswerDifferences(contract, [.. answers.Skip(main)], ref models));
        return (differences, KeptMembers.Find([.. models ?? [], .. Arguments(contract, arguments)]));
    }

    /// <summary>The number of objects of a list answer that is not the whole list; null otherwise.</summary>
    private static int? FirstPage(OperationContract contract, HttpExample answer)
    {
        if (contract.Form != AnswerForm.Objects || answer.StatusCode >= 400 || !answer.Json.TryGetProperty("meta", out var meta)) return null;
        var count = answer.Json.GetProperty("objects").GetArrayLength();
        return meta.GetProperty("total_count").GetInt32() > count ? count : null;
    }

    /// <summary>Every object of the answer, written back by the SDK, is what was read. A list may have come in several answers.</summary>
    private static List<string> AnswerDifferences(OperationContract contract, IReadOnlyList<HttpExample> answers, ref IReadOnlyList<object>? models)
    {
        if (contract.Form == AnswerForm.None) return answers[0].Body.Length == 0 ? [] : ["answer: has a body, but the operation gives nothing back"];
        if (contract.Form == AnswerForm.Text)
        {
            var text = Assert.IsType<string>(Assert.Single(models!));
            return text == answers[0].Body ? [] : [$"answer: is '{answers[0].Body}', the SDK gave '{text}'"];
        }

        JsonElement[] objects = contract.Form == AnswerForm.Single ? [answers[0].Json] : [.. answers.SelectMany(static a => a.Json.GetProperty("objects").EnumerateArray())];
        // Answers that a method keeps to itself are read here.
        models ??= [.. objects.Select(contract.Read)];
        if (models.Count != objects.Length) return [$"answer: has {objects.Length} objects, the SDK gave {models.Count}"];
        var differences = new List<string>();
        for (var i = 0; i < objects.Length; i++)
        {
            if (JsonDifference.Find(objects[i], contract.Write(models[i])) is { } difference) differences.Add($"answer, object {i} {difference}");
        }

        return differences;
    }

    /// <summary>The definitions that a create or an update is made from keep unknown members as well.</summary>
    private static IEnumerable<object> Arguments(OperationContract contract, ContractRequest request) => contract.Id switch
    {
        "acls-create" => request.ReadObjects(SdkJson.Context.NewAcl),
        "backupschedulers-create" => request.ReadObjects(SdkJson.Context.NewBackupScheduler),
        "drives-create" => request.ReadObjects(SdkJson.Context.NewDrive),
        "keypairs-create" => request.ReadObjects(SdkJson.Context.NewKeypair),
        "remotesnapshots-create" => request.ReadObjects(SdkJson.Context.NewRemoteSnapshot),
        "snapshots-create" => request.ReadObjects(SdkJson.Context.NewSnapshot),
        "bservers-create" or "servers-create" => request.ReadObjects(SdkJson.Context.NewServer),
        "tags-create" => request.ReadObjects(SdkJson.Context.NewTag),
        _ => [],
    };
}
