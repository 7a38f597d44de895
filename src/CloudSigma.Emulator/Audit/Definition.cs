// The definition of an object as the audit log repeats it: passwords and private keys are masked.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Audit;

internal static class Definition
{
    private const string Mask = "***";

    // The text is part of an answer in JSON and never of a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Masked(JsonObject definition) => Copy(definition)!.ToJsonString(Readable);

    private static JsonNode? Copy(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(static member =>
            KeyValuePair.Create(member.Key, IsSecret(member.Key) && member.Value is not null ? Mask : Copy(member.Value)))),
        JsonArray entries => new JsonArray([.. entries.Select(Copy)]),
        _ => node?.DeepClone(),
    };

    private static bool IsSecret(string member) =>
        member.Contains("password", StringComparison.OrdinalIgnoreCase) || member.Contains("private_key", StringComparison.OrdinalIgnoreCase);
}
