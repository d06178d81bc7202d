using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EngagementBot.HandoffConsole.Feeds;

internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddScoped<SecondHand>();
        services.AddSingleton<CaseworkerDoor>();
        services.AddSingleton<Presence>();
        services.AddSingleton<ConversationNudges>();
        services.AddSingleton<ConversationFeeds>();
        services.AddSingleton<DispatchFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<DispatchFeed>());
        services.AddHostedService<ShiftKeeper>();
        services.AddScoped<CircuitHandler, PresenceCircuit>();
    }
}
