// How an operation is called through the public API, and which examples it has.
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Contract;

/// <summary>An operation of the SDK under contract.</summary>
/// <param name="Id">The id that the method carries in <c>[ApiOperation]</c>.</param>
/// <param name="Form">How the answer wraps its objects.</param>
/// <param name="AnswerType">How one object of the answer is read and written; null without a body.</param>
/// <param name="CallAsync">Makes the documented request through the public API; gives the models back, or null when the SDK keeps the answer to itself.</param>
internal sealed record OperationContract(
    string Id, AnswerForm Form, JsonTypeInfo? AnswerType, Func<ICloudSigmaClient, ContractRequest, Task<IReadOnlyList<object>?>> CallAsync)
{
    public IReadOnlyList<ContractExample> Examples { get; init; } = [];

    /// <summary>What is answered to a request that the method makes before the documented one; null when it makes none.</summary>
    public Func<ContractRequest, string>? Lead { get; init; }

    /// <summary>
    /// Answers the other requests of a call of which the recording has only those of the operation, given its first one; null for a request of the operation. Null where a
    /// recording has whole calls.
    /// </summary>
    public Func<CapturedRequest, HttpExample, string?>? Others { get; init; }

    /// <summary>Which of the requests of a call is the documented one: with a lead the second, unless the lead was refused.</summary>
    public int Main(int requests) => Lead is null ? 0 : Math.Min(1, requests - 1);

    public override string ToString() => Id;

    public static async Task<IReadOnlyList<object>?> OneAsync<T>(Task<T> call) where T : notnull => [await call];

    public static async Task<IReadOnlyList<object>?> AllAsync<T>(Pageable<T> list, ContractRequest request) where T : notnull
    {
        var items = new List<object>();
        await foreach (var item in list)
        {
            items.Add(item);
            if (items.Count == request.StopAfter) break;
        }

        return items;
    }

    public static async Task<IReadOnlyList<object>?> ManyAsync<T>(Task<IReadOnlyList<T>> call) where T : notnull => [.. (await call).Cast<object>()];

    public static async Task<IReadOnlyList<object>?> NothingAsync(Task call)
    {
        await call;
        return null;
    }

    public JsonElement Write(object model) => JsonSerializer.SerializeToElement(model, AnswerType!);

    public object Read(JsonElement json) => JsonSerializer.Deserialize(json, AnswerType!)!;
}
