// Registration in a service collection.
using CloudSigma.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="ICloudSigmaClient"/> to a service collection.</summary>
public static class CloudSigmaServiceCollectionExtensions
{
    private const string DefaultName = "CloudSigma";
    private const string Transfers = ".Transfers";

    /// <summary>Adds a client whose settings are made in code. They are checked when the application starts.</summary>
    /// <remarks>
    /// Handlers of <c>ConfigureHttpClientDefaults</c> are left out, for one that sends requests again would repeat creates. Handlers added to the builder that is
    /// returned take part, below the retries of the SDK. Images are sent by another <see cref="HttpClient"/>, whose name has <c>.Transfers</c> at its end.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Makes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of the application.</returns>
    public static IHttpClientBuilder AddCloudSigmaClient(this IServiceCollection services, Action<CloudSigmaClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton<ICloudSigmaClient>(static provider => CreateClient(provider, DefaultName));
        return services.AddClient(DefaultName, configure);
    }

    /// <summary>Adds a client whose settings are in a section of the configuration. They are checked when the application starts.</summary>
    /// <remarks>
    /// Keys: <c>Location</c> or <c>Endpoint</c>, and optionally <c>UploadEndpoint</c>; <c>Username</c> and <c>Password</c>, or <c>Token</c>; and optionally <c>Scheme</c> (<c>Basic</c>, <c>Digest</c>, <c>Session</c>, <c>Bearer</c>), <c>PageSize</c>, <c>PrefetchPages</c>, <c>RequestTimeout</c>,
    /// <c>OperationTimeout</c>, <c>AllowInsecureEndpoint</c>, <c>ApplicationName</c>. Times are written as <c>00:01:40</c>.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, e.g. <c>configuration.GetSection("CloudSigma")</c>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of the application.</returns>
    public static IHttpClientBuilder AddCloudSigmaClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddCloudSigmaClient(options => CloudSigmaClientConfiguration.Apply(section, options));
    }

    /// <summary>Adds a client under a key, next to others; settings made in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, e.g. the name of an account. Its text must be unique.</param>
    /// <param name="configure">Makes the settings.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of the application.</returns>
    public static IHttpClientBuilder AddKeyedCloudSigmaClient(this IServiceCollection services, object serviceKey, Action<CloudSigmaClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceKey);
        ArgumentNullException.ThrowIfNull(configure);
        var name = $"{DefaultName}:{serviceKey}";
        services.TryAddKeyedSingleton<ICloudSigmaClient>(serviceKey, (provider, _) => CreateClient(provider, name));
        return services.AddClient(name, configure);
    }

    /// <summary>Adds a client under a key, next to others; settings in a section of the configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, e.g. the name of an account. Its text must be unique.</param>
    /// <param name="section">The section; its keys are those of <see cref="AddCloudSigmaClient(IServiceCollection, IConfiguration)"/>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for handlers of the application.</returns>
    public static IHttpClientBuilder AddKeyedCloudSigmaClient(this IServiceCollection services, object serviceKey, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddKeyedCloudSigmaClient(serviceKey, options => CloudSigmaClientConfiguration.Apply(section, options));
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, Action<CloudSigmaClientOptions> configure)
    {
        services.AddOptions<CloudSigmaClientOptions>(name)
            .Configure<IServiceProvider>(static (options, provider) => options.LoggerFactory = provider.GetService<ILoggerFactory>())
            .Configure(configure)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CloudSigmaClientOptions>>(new CloudSigmaClientOptionsValidator { Name = name });
        // Images have connections of their own, and links in their addresses that nobody may see.
        services.AddHttpClient(name + Transfers, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .ConfigurePrimaryHttpMessageHandler(CloudSigmaClient.CreateTransferHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddHttpClient(name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            // Handlers meant for all clients of the application do not belong below ours: one that sends again would repeat a create.
            // Handlers added to the builder that is returned come later and stay.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .ConfigurePrimaryHttpMessageHandler(CloudSigmaClient.CreateHandler)
            // The client lives as long as the application. The handler renews its connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(static _ => true);
    }

    private static CloudSigmaClient CreateClient(IServiceProvider provider, string name) => new CloudSigmaClient(
        provider.GetRequiredService<IOptionsMonitor<CloudSigmaClientOptions>>().Get(name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name),
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(name + Transfers));
}
