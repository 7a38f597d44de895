// A location of the cloud.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Json;

namespace CloudSigma.Sdk;

/// <summary>A location of the cloud, a system of its own (guide 1).</summary>
public sealed record Location : ApiModel
{
    /// <summary>Code of the location, in upper case.</summary>
    [JsonIgnore]
    public string Id { get => _id.Or(""); init => _id = new(value); }
    [JsonInclude, JsonPropertyName("id")] internal Member<string> _id;

    /// <summary>Town and country.</summary>
    [JsonIgnore]
    public string DisplayName { get => _displayName.Or(""); init => _displayName = new(value); }
    [JsonInclude, JsonPropertyName("display_name")] internal Member<string> _displayName;

    /// <summary>Two-letter code of the country.</summary>
    [JsonIgnore]
    public string CountryCode { get => _countryCode.Or(""); init => _countryCode = new(value); }
    [JsonInclude, JsonPropertyName("country_code")] internal Member<string> _countryCode;

    /// <summary>Base address of the API there.</summary>
    [JsonIgnore]
    public Uri? ApiEndpoint { get => _apiEndpoint.Value; init => _apiEndpoint = new(value); }
    [JsonInclude, JsonPropertyName("api_endpoint")] internal Member<Uri> _apiEndpoint;

    /// <summary>Base address for uploads and downloads.</summary>
    [JsonIgnore]
    public Uri? UploadEndpoint { get => _uploadEndpoint.Value; init => _uploadEndpoint = new(value); }
    [JsonInclude, JsonPropertyName("upload_url")] internal Member<Uri> _uploadEndpoint;

    /// <summary>Address of the notification service.</summary>
    [JsonIgnore]
    public Uri? WebSocketEndpoint { get => _webSocketEndpoint.Value; init => _webSocketEndpoint = new(value); }
    [JsonInclude, JsonPropertyName("websocket_url")] internal Member<Uri> _webSocketEndpoint;

    /// <summary>The web interface.</summary>
    [JsonIgnore]
    public string DefaultFrontendUrl { get => _defaultFrontendUrl.Or(""); init => _defaultFrontendUrl = new(value); }
    [JsonInclude, JsonPropertyName("default_frontend_url")] internal Member<string> _defaultFrontendUrl;

    /// <summary>A second web interface.</summary>
    [JsonIgnore]
    public string AlternativeFrontendUrl { get => _alternativeFrontendUrl.Or(""); init => _alternativeFrontendUrl = new(value); }
    [JsonInclude, JsonPropertyName("alternative_frontend_url")] internal Member<string> _alternativeFrontendUrl;

    /// <summary>Where to register.</summary>
    [JsonIgnore]
    public string DefaultFrontendSignupUrl { get => _defaultFrontendSignupUrl.Or(""); init => _defaultFrontendSignupUrl = new(value); }
    [JsonInclude, JsonPropertyName("default_frontend_signup_url")] internal Member<string> _defaultFrontendSignupUrl;

    /// <summary>Where the documentation is.</summary>
    [JsonIgnore]
    public string DocumentationUrl { get => _documentationUrl.Or(""); init => _documentationUrl = new(value); }
    [JsonInclude, JsonPropertyName("documentation_url")] internal Member<string> _documentationUrl;
}
