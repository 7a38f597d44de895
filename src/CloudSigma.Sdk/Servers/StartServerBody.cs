// The body of the start action.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

internal sealed record StartServerBody([property: JsonPropertyName("allocation_method")] StartMethod? AllocationMethod);
