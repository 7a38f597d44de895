// Reads the description of a location from JSON.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudSigma.Emulator;

internal static class LocationFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        AllowTrailingCommas = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="ArgumentException">It is no JSON, or has a member that is unknown or of another kind.</exception>
    public static EmulatorLocation Parse(string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<EmulatorLocation>(text, Options)
                ?? throw new ArgumentException($"The location {path} is null. It has to be a JSON object.");
        }
        catch (JsonException problem)
        {
            var member = problem.Path?.TrimStart('$').TrimStart('.');
            var line = problem.LineNumber + 1;
            // The values of a file may be secret, so they are not repeated.
            throw new ArgumentException(
                string.IsNullOrEmpty(member)
                    ? $"The location {path} is not a JSON object with the members of a location, line {line}."
                    : $"The location {path} has in line {line} a member \"{member}\" that is unknown, or whose value is missing a part or is of another kind.",
                problem);
        }
    }
}
