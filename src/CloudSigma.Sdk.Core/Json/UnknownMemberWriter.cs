// Writes back the members that the SDK did not know.
using System.Text.Json;

namespace CloudSigma.Sdk.Core.Json;

internal static class UnknownMemberWriter
{
    public static void Write(Utf8JsonWriter writer, Dictionary<string, JsonElement>? members)
    {
        if (members is null) return;
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
