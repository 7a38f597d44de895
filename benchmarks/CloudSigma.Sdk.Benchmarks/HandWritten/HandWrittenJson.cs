// Source-generated metadata of the plain classes: the fastest that System.Text.Json offers without tricks.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Benchmarks.HandWritten;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ServerModel))]
[JsonSerializable(typeof(DriveListModel))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
